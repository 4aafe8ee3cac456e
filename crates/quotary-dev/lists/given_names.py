#!/usr/bin/env python3
"""Makes data/given_names.csv: given names of the world and whose they are.

Usage: python3 given_names.py > given_names.csv
Needs: pip install nomquamgender==0.1.4 names==0.3.0 (both MIT; `names` holds US Census lists, public domain).

The names that stand in most of the sources that nomquamgender joins. `fem` where p(female) >= SURE,
`masc` where p(female) <= 1 - SURE, else `either`. A name that is also a common English word is kept
only where the census knows it well, with the note `word`; one that is more often a family name in
the census has the note `surname`, one that is also a place the note `place`. ACCENTED adds the spellings that the sources have without accents, FAR names that the
sources know little of.
"""
import csv
import json
import sys
from pathlib import Path

import names
import nomquamgender

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "quotary-attribution" / "data"
HOW_MANY = 5700
SURE = 0.9
WELL_KNOWN = 700  # rank in the census up to which a name that is also a word is kept
ACCENTED = """
fem: Zoë Zoé Chloé Chloë Renée Aimée Andrée Désirée Noémie Hélène Irène Geneviève Thérèse Amélie Élodie Élise Éloïse Cécile Mélanie Valérie
fem: Joséphine Léa Léonie Inès Inés Agnès Agnés Françoise Gaëlle Maïa Anaïs Maëlle Raphaëlle Stéphanie Clémence Clémentine Bénédicte Frédérique:either Ségolène Océane
fem: María José:either Sofía Lucía Mónica Verónica Ángela Ángeles Belén Asunción Concepción Encarnación Rocío Inmaculada Noelia Bárbara Begoña Yésica Graça Conceição Antónia Antônia Mônica Márcia Cláudia Flávia Lívia Júlia Letícia Patrícia Vitória Glória
fem: Jürgen:masc Käthe Bärbel Björk Þóra Guðrún Sigríður Ólöf Åsa Åse Märta Sólveig Øyvind:masc Bjørg Mária Zsófia Ágnes Éva Júlia Katalin Zuzana Jiřina Jiří:masc Božena Růžena Lenka Věra Eliška Małgorzata Bożena Elżbieta Agnieszka Władysława Željka Živa Špela Nataša Danijela Šárka Ștefania Loredana Ioana Gülşen Gül Ayşe Şebnem Özlem Çiğdem Şule Tuğba Gökçe:either
masc: José André René François Jérôme Stéphane Frédéric Gérard Hervé Rémi Rémy Sébastien Cédric Loïc Benoît Noël Raphaël Mickaël Joël Léo Théo Léon Étienne Éric Émile Édouard Clément Aurélien Gaël Mathéo Timothée Barthélemy Grégoire Grégory Jérémy Jérémie Désiré Honoré Médard Maël
masc: Jesús Andrés Ángel Adrián Álvaro Óscar Iván Raúl Rubén Martín Tomás Joaquín Julián Sebastián Nicolás Agustín Simón Germán Efraín Fermín Félix Víctor Héctor Moisés Elías Matías Isaías César Benjamín Ramón Gastón Hernán Damián Fabián Cristián Román Lázaro Íñigo Unai João Sérgio Antônio António Luís Flávio Fábio Márcio Otávio Vinícius Túlio Júlio Cláudio Simão Damião Estêvão Zé
masc: Jürgen Jörg Björn Günter Günther Götz Rüdiger Lüder Jérôme Søren Jørgen Jørn Bjørn Øystein Håkon Håkan Pål Pär Kåre Åke Mårten Göran Hjörtur Sigurður Þór Ólafur Björgvin Gísli László Zoltán István János József Sándor András Gábor Tamás Péter György Ákos Attila Jiří Tomáš Lukáš Matěj Ondřej Václav Zdeněk Miloš Ľuboš Ján Štefan Łukasz Paweł Michał Wojciech Stanisław Bolesław Rafał Józef Mirosław Sławomir Mateusz Šimon Željko Živko Dušan Saša:either Siniša Nenad Đorđe Miloš Mihály Ștefan Răzvan Ionuț Cătălin Gökhan Çağlar Ömer Özgür Şükrü Ümit İbrahim Görkem
"""
# Common names of countries that the joined sources know little of; written by hand.
FAR = """
fem: Ngozi Chioma Adaeze Ifeoma Nneka Amaka Chiamaka Funmilayo Folake Yewande Titilayo Temitope:either Abimbola:either Olufunke Bukola Hadiza Aminatu Zainab Hauwa Halima Rahama Abena Akosua Ama Adwoa Efua Esi Afua Yaa Akua Nana:either Wanjiru Wambui Njeri Wangari Nyambura Achieng Akinyi Atieno Adhiambo Chebet Cherono Jepkosgei Makena Nafula Nakato Babirye Namukasa Uwimana Mukamana Ingabire Zanele Nomvula Thandiwe Thandeka Nokuthula Nomsa Lindiwe Busisiwe Sibongile Palesa Lerato Dineo Refilwe Naledi Mpho:either Tsholofelo Boitumelo Rutendo Tendai:either Chipo Nyasha:either Rumbidzai Aster Tigist Hiwot Selamawit Almaz Meseret Birtukan Genzebe Fatoumata Aissatou Awa Mariama Oumou Kadiatou Ramatoulaye Hawa Khady Nafissatou Zeinabou Lalla Hodan Ifrah Ayaan Hibo Sahra
masc: Chinedu Chukwuemeka Chukwuma Emeka Obinna Ikenna Uchenna:either Nnamdi Kelechi:either Olusegun Babatunde Oluwaseun:either Adebayo Adewale Akinwumi Babajide Olumide Tunde Segun Femi Kunle Gbenga Yakubu Musa Sani Abubakar Shehu Kwame Kofi Kwaku Kwabena Yaw Kojo Kwadwo Kwasi Nii Kamau Mwangi Njoroge Kipchoge Kiprotich Kipkoech Kiprono Ochieng Otieno Odhiambo Omondi Wafula Barasa Mutua Musyoka Okello Opio Kato Wasswa Mugisha Habimana Nkurunziza Thabo Sipho Bongani Themba Mandla Sizwe Jabulani Lungisa Tshepo Kagiso Tebogo:either Lesego:either Mogomotsi Tendai Tinashe Tawanda Simbarashe Farai Blessing:either Haile Tesfaye Kenenisa Girma Bekele Dawit Yohannes Abiy Berhanu Mamadou Ousmane Abdoulaye Cheikh Alioune Souleymane Ibrahima Boubacar Amadou Seydou Moussa Issa Mahamat Idriss Laurent-Désiré Blaise Abdirahman Abdi Abdullahi Mohamud Hussein Farah
fem: Priyanka Lakshmi Sunita Anjali Kavita Meena Rekha Sushma Nirmala Mamata Smriti Kiran:either Jayalalithaa Shashikala Vasundhara Bhavana Gauri Ishita Ananya Aadhya Diya Shreya Pooja Neha Swati Deepika Aishwarya Kareena Sonam:either Parvati Radha Sita Durga Khaleda Begum Farzana Nusrat Rehana Shabnam Benazir Malala Hina Mehreen Shaista Nighat Rukhsana Saira Kamala Usha Asha Lata Indira Pratibha Draupadi Nandini Tanuja Dilini Chathurika Thilini Sanduni Binita Sabita Sarita Bidya
masc: Narendra Amit Rahul Rajesh Suresh Ramesh Mahesh Mukesh Sanjay Vijay Ajay Anil Sunil Arvind Manmohan Venkaiah Rajnath Jaishankar Ashok Dinesh Prakash Pranab Nitin Yogi Akhilesh Lalu Mulayam Tejashwi Hemant Bhupesh Siddaramaiah Pinarayi Stalin Chandrababu Jagan Naveen Uddhav Devendra Virat Rohit Sachin Sourav Mahendra Jasprit Ravindra Shubman Hardik Pushkar Gautam Mallikarjun Subramanian Ananth Srinivas Krishnan Ganesh Karthik Balaji Imran Nawaz Shehbaz Bilawal Asif Pervez Wasim Waqar Babar Shaheen:either Mahinda Gotabaya Ranil Maithripala Sajith Anura Sarath Pushpa:either Khadga Sher Prachanda Tshering:either Jigme:either
fem: Siti Dewi Sri Megawati Puan Retno Rina Wati Yanti Ayu Putri Nurul Nur:either Nor:either Aishah Zuraida Rafidah Azizah Yingluck Paetongtarn Somchai:masc Siriporn Malee Suda Nguyet Huong Lan Linh Thuy Hoa Mai Trang Thu Ngoc:either Phuong:either Hien:either Thanh:either Aung:masc Suu Khin:either Thandar Hnin Maria Imelda Corazon Leni Risa Loren Grace Marichu Rosalinda Maricel Jocelyn Mylene Analyn
masc: Joko Prabowo Susilo Bambang Agus Budi Hendra Rudi Wahyu Dedi Eko Adi Bayu Yusuf Gibran Anies Ganjar Erick Sandiaga Luhut Basuki Tito Anwar Mahathir Najib Muhyiddin Zahid Hishammuddin Azmin Khairy Prayut Prawit Anutin Thaksin Abhisit Pita Srettha Chuan Minh Duc Tuan Hung Dung Quang Phuc Trong Tien Hieu Zaw Htin Thein Hun Sokha Rodrigo Ferdinand Bongbong Benigno Renato Panfilo Jejomar Lee:either
fem: Jisoo Ji-soo Ji-won:either Jiyeon Ji-yeon Min-ji Minji Soo-jin Su-jin Hye-jin Eun-ji Yoo-jin Seo-yeon Ha-eun Geun-hye Mi-kyung Young-mi Kyung-hee Sun-hee Myung-hee Yoko Yuko Yumi Keiko Noriko Michiko Masako Aiko Akiko Hiroko Kazuko Naoko Tomoko Yuriko Sanae Seiko Mika:either Haruka Sakura Misaki Nanami Ayaka Mei Xiulan Xiuying Fang Jing:either Yan:either Ying:either Hui:either Ling Na Xia Yun:either Meiling Ai-ling Ing-wen Ching-te:masc Hsiu-chu Jia:either Yu-ting
masc: Min-jun Ji-hoon Jihoon Seung-min Sung-min Dong-hyun Hyun-woo Joon-ho Jae-in Jae-myung Suk-yeol Seok-youl Myung-bak Moo-hyun Dae-jung Jong-un Jong-il Young-sam Kyung-soo Tae-yong Chang-dong Chan-wook Heung-min Kenji Hiroshi Takashi Shinzo Fumio Shigeru Yoshihide Taro Junichiro Ichiro Hideki Kazuo Akira Satoshi Daisuke Kenta Haruki Naruhito Hayao Toshiro Yukio Nobuo Masahiro Jinping Keqiang Qiang Zedong Xiaoping Wei:either Jun:either Ming:either Lei:either Gang Yong Bo Hao Feng Jie:either Tao Peng Chao Bin:either Yi:either Li:either Xiaoming Zhiyong Ying-jeou Wen-je Kuan-ting
fem: Olena Oksana Iryna Kateryna Tetiana Nataliia Yuliia Mariia Anastasiia Yevheniia Liudmyla Halyna Svitlana Lesia Solomiia Zlata Khrystyna Viktoriia Valeriia Sofiia Olha Hanna Nadiya Sviatlana Volha Maryia Alesya Salome Nino:either Ketevan Tamar Nana Anush Gayane Lusine Araksya Leyla Sevinj Gulnara Aigul Dinara Aizhan Saltanat Zarina Malika Shahnoza Dilnoza Maia Zinaida Galina Lyudmila Tatyana Yelena Yekaterina Yulia
masc: Volodymyr Oleksandr Oleksiy Oleksii Dmytro Dmitry Dmitri Serhiy Serhii Andriy Andrii Mykola Mykhailo Mykhaylo Vasyl Viktor Vitali Vitaliy Yuriy Yurii Yevhen Yevhenii Ihor Oleh Pavlo Petro Roman Rostyslav Ruslan Stanislav Taras Valeriy Valerii Vadym Denys Kyrylo Anatoliy Hennadiy Leonid Bohdan Ostap Aleksandr Alexei Aleksei Sergei Sergey Andrei Mikhail Nikolai Pyotr Vladimir Yevgeny Yevgeni Evgeny Gennady Vyacheslav Vladislav Arkady Dmitriy Ramzan Aleksandar Alyaksandr Siarhei Irakli Bidzina Giorgi Mikheil Nikol Serzh Ilham Heydar Nursultan Kassym-Jomart Emomali Shavkat Sadyr Gurbanguly Serdar Almazbek Kaja:fem Toomas Jüri Gitanas Andris Krišjānis Edgars
fem: Maryam Zahra Narges Shirin Masih Nasrin Parisa Mahsa Golnaz Soraya Tawakkol Hanan Rania Manal Loujain Lubna Ghada Nawal Samira Souad Latifa Khadija Naima Houda Wided Shireen Hind Rasha Dalal Asma Abeer Amal Dina Mona Nadia Rula Farah Roya Zarifa Shukria Fawzia Habiba Sima Gülsüm Tansu Meral Canan Emine Hatice Fatma Zeynep Elif Aynur Nilüfer Ela Merve Büşra
masc: Recep Tayyip Kemal Ekrem Abdullah Ahmet Mehmet Mustafa Hüseyin Hulusi Mevlüt Süleyman Binali Selahattin Ebrahim Hassan Ali Javad Mahmoud Mohsen Qasem Qassem Esmail Masoud Abbas Behrouz Mir-Hossein Ashraf Hamid Haibatullah Sirajuddin Zabihullah Bashar Rami Walid Nabih Saad Najib Hassan Naim Yahya Khaled Ismail Marwan Mohammed Mohamed Muhammad Mohammad Abdulaziz Abdelaziz Abdelmadjid Abdel-Fattah Abdelfattah Khalifa Moammar Muammar Kais Rached Beji Mokhtar Nouri Haider Mustafa Barham Muqtada Ayman Osama Salman Faisal Turki Adel Tamim Hamad Jassim Sultan Mansour Zayed Benny Bezalel Itamar Yair Gadi Yoav Naftali Avigdor Ehud Shimon Yitzhak Binyamin Tzipi:fem Merav:fem Ayelet:fem Tzachi Gal:either
fem: Jacinda Nanaia Fiamē Mele Sisilia Litia Marama Aroha Mere Penny Michaelia Dilma Cristina Michelle Verónica Xiomara Dina Keiko Claudia Marina Simone Gleisi Soraya Tabata Jandira Ximena Guadalupe Yadira Xóchitl Citlali Rigoberta
masc: Jair Lula Luiz Luis Evo Nayib Andrés Nicolás Gustavo Iván Álvaro Daniel Alberto Mauricio Javier Gabriel Sebastián Pedro Ollanta Lenín Guillermo Rafael Miguel Tabaré Horacio Tupou Sitiveni Voreqe Siaosi Tuilaepa Hone Rawiri Keir Rishi Boris Nigel Anwar Humza Sajid Kwasi Jovenel Ariel Mia:fem Keith Xanana Taur Kay
"""
# Read by eye: family names, words and places among the most frequent, or a wrong class.
LEFT_OUT = set("de la van von di el al da dos le du st ben-gurion mr mrs dr ms jr prof sr sir lord lady king queen prince princess pope president saint baby boy girl mother father unknown france india kenya mali haifa palma valencia vienna dominica verona cali jos sanaa odessa nor samara indiana wednesday tuesday thursday unknown".split())


def census(file):
    """Name -> (share in per cent, rank)."""
    path = Path(names.__file__).with_name(file)
    rows = (line.split() for line in path.read_text().splitlines())
    return {row[0].lower(): (float(row[1]), int(row[3])) for row in rows}


def main():
    folder = Path(nomquamgender.__file__).parent
    world = json.loads((folder / "name_data.json").read_text(encoding="utf-8"))
    first = census("dist.male.first")
    for name, (share, rank) in census("dist.female.first").items():
        if name not in first or first[name][1] > rank:
            first[name] = (share, rank)
    last = census("dist.all.last")
    with open(DATA / "tags.csv", encoding="utf-8") as file:
        words = {row["word"] for row in csv.DictReader(file)}
    with open(DATA / "verbs.csv", encoding="utf-8") as file:
        words |= {row["form"] for row in csv.DictReader(file)}
    with open(DATA / "places.csv", encoding="utf-8") as file:
        places = {row["name"] for row in csv.DictReader(file) if row["class"] != "demonym"}
    rows = {}
    ranked = sorted((name for name in world if name.isascii() and name.isalpha() and len(name) > 1), key=lambda n: (-world[n][0], -world[n][1], n))
    for name in ranked:
        if len(rows) == HOW_MANY:
            break
        known = name in first and first[name][1] <= WELL_KNOWN
        if name in LEFT_OUT or (name in words and not known):
            continue
        if not known and name in last and last[name][1] <= 300 and name not in first:
            continue
        p = world[name][2]
        kind = "fem" if p >= SURE else "masc" if p <= 1 - SURE else "either"
        notes = []
        if name in words:
            notes.append("word")
        if name in last and last[name][0] > first.get(name, (0.002, 0))[0]:
            notes.append("surname")
        if name.capitalize() in places:
            notes.append("place")
        rows[name.capitalize()] = (kind, "; ".join(notes))
    for line in (ACCENTED + FAR).strip().splitlines():
        if not line:
            continue
        kind, _, listed = line.partition(": ")
        for name in listed.split():
            name, _, other = name.partition(":")
            rows.setdefault(name, (other or kind, ""))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["name", "class", "note"])
    for name in sorted(rows):
        out.writerow([name, *rows[name]])


main()
